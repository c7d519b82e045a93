ALTER TABLE `dropout_alert` ADD `writtenById` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `dropout_alert` ADD `writtenAt` text;--> statement-breakpoint
ALTER TABLE `outreach_attempt` ADD `writtenAt` text;--> statement-breakpoint
ALTER TABLE `outreach_encounter` ADD `writtenAt` text;--> statement-breakpoint
ALTER TABLE `outreach_lead` ADD `checkedAt` text;