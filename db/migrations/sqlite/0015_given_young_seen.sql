ALTER TABLE `caseload_move` ADD `seenAt` text;--> statement-breakpoint
CREATE INDEX `caseload_move_unseen` ON `caseload_move` (`toId`) WHERE "caseload_move"."seenAt" is null;