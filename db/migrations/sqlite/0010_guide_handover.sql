ALTER TABLE `guide_handover` ADD `saidYesBy` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `guide_handover` ADD `saidYesOn` text;