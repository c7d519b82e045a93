CREATE TABLE `concern` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`raisedById` text NOT NULL,
	`raisedAt` text NOT NULL,
	`receiver` text NOT NULL,
	`takenById` text,
	`takenAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raisedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`takenById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "concern_receiver" CHECK("concern"."receiver" in ('leader', 'coordinator', 'duty_desk'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `concern_open` ON `concern` (`receiver`) WHERE "concern"."takenAt" is null;--> statement-breakpoint
CREATE INDEX `concern_person` ON `concern` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `contact_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`staffId` text NOT NULL,
	`happenedAt` text NOT NULL,
	`channel` text NOT NULL,
	`result` text NOT NULL,
	`company` text NOT NULL,
	`minutes` integer,
	`text` text DEFAULT '' NOT NULL,
	`kind` text NOT NULL,
	`keptById` text,
	`deletesOn` text,
	`nextOn` text,
	`nextTime` text DEFAULT '' NOT NULL,
	`nextPlace` text DEFAULT '' NOT NULL,
	`writtenAt` text NOT NULL,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`keptById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contact_entry_channel" CHECK("contact_entry"."channel" in ('meeting', 'home', 'outdoor', 'phone', 'sms', 'video', 'chat', 'letter')),
	CONSTRAINT "contact_entry_result" CHECK("contact_entry"."result" in ('met', 'no_answer', 'did_not_come')),
	CONSTRAINT "contact_entry_company" CHECK("contact_entry"."company" in ('only_us', 'network', 'professional')),
	CONSTRAINT "contact_entry_kind" CHECK("contact_entry"."kind" in ('case_note', 'reminder')),
	CONSTRAINT "contact_entry_reminder" CHECK(("contact_entry"."kind" = 'reminder') = ("contact_entry"."deletesOn" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_entry_person` ON `contact_entry` (`youngPersonId`,`happenedAt`);--> statement-breakpoint
CREATE INDEX `contact_entry_staff` ON `contact_entry` (`staffId`,`happenedAt`);--> statement-breakpoint
CREATE INDEX `contact_entry_deletes` ON `contact_entry` (`deletesOn`);--> statement-breakpoint
CREATE TABLE `guide_capacity` (
	`id` text PRIMARY KEY NOT NULL,
	`points` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "guide_capacity_points" CHECK("guide_capacity"."points" between 0 and 100)
) STRICT;
--> statement-breakpoint
CREATE TABLE `guide_handover` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`kind` text NOT NULL,
	`fromStaffId` text NOT NULL,
	`toStaffId` text,
	`toDepartmentId` text,
	`toName` text DEFAULT '' NOT NULL,
	`metOn` text,
	`writtenOn` text,
	`remindersGo` integer,
	`askedAt` text NOT NULL,
	`acceptedById` text,
	`acceptedAt` text,
	`declineReason` text DEFAULT '' NOT NULL,
	`declinedAt` text,
	`withdrawnAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fromStaffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`toStaffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`toDepartmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`acceptedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "guide_handover_kind" CHECK("guide_handover"."kind" in ('guide', 'adult_department', 'employment', 'municipality', 'adult_system'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `guide_handover_open` ON `guide_handover` (`youngPersonId`) WHERE "guide_handover"."acceptedAt" is null and "guide_handover"."declinedAt" is null and "guide_handover"."withdrawnAt" is null;--> statement-breakpoint
CREATE INDEX `guide_handover_person` ON `guide_handover` (`youngPersonId`);--> statement-breakpoint
CREATE INDEX `guide_handover_to` ON `guide_handover` (`toStaffId`);--> statement-breakpoint
CREATE TABLE `guide_refusal` (
	`id` text PRIMARY KEY NOT NULL,
	`requestId` text NOT NULL,
	`staffId` text NOT NULL,
	`saidBy` text NOT NULL,
	`saidOn` text NOT NULL,
	FOREIGN KEY (`requestId`) REFERENCES `guide_request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "guide_refusal_said_by" CHECK("guide_refusal"."saidBy" in ('young_person', 'guide'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `guide_refusal_one` ON `guide_refusal` (`requestId`,`staffId`);--> statement-breakpoint
CREATE TABLE `guide_request` (
	`id` text PRIMARY KEY NOT NULL,
	`youngPersonId` text NOT NULL,
	`state` text NOT NULL,
	`requestedById` text,
	`requestedOn` text NOT NULL,
	`wish` text DEFAULT '' NOT NULL,
	`district` text DEFAULT '' NOT NULL,
	`competency` text DEFAULT '' NOT NULL,
	`language` text DEFAULT '' NOT NULL,
	`proposedId` text,
	`proposedOn` text,
	`saidYesOn` text,
	`assignmentId` text,
	`endedOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requestedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposedId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignmentId`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "guide_request_state" CHECK("guide_request"."state" in ('requested', 'proposed', 'accepted_by_youth', 'active', 'nobody_wanted', 'withdrawn'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `guide_request_open` ON `guide_request` (`youngPersonId`) WHERE "guide_request"."endedOn" is null;--> statement-breakpoint
CREATE INDEX `guide_request_person` ON `guide_request` (`youngPersonId`);--> statement-breakpoint
CREATE TABLE `guide_trait` (
	`id` text PRIMARY KEY NOT NULL,
	`staffId` text NOT NULL,
	`trait` text NOT NULL,
	`code` text NOT NULL,
	`removedAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "guide_trait_trait" CHECK("guide_trait"."trait" in ('district', 'competency', 'language'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `guide_trait_one` ON `guide_trait` (`staffId`,`trait`,`code`) WHERE "guide_trait"."removedAt" is null;--> statement-breakpoint
CREATE TABLE `item_told` (
	`id` text PRIMARY KEY NOT NULL,
	`toldById` text NOT NULL,
	`toldOn` text NOT NULL,
	`how` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`toldById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "item_told_how" CHECK("item_told"."how" in ('met', 'phone', 'written'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `voice_prepared` (
	`id` text PRIMARY KEY NOT NULL,
	`helps` text DEFAULT '' NOT NULL,
	`company` text DEFAULT '' NOT NULL,
	`attends` text,
	`follower` text DEFAULT '' NOT NULL,
	`confirmedOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "voice_prepared_attends" CHECK("voice_prepared"."attends" in ('in_room', 'video', 'part', 'written', 'no'))
) STRICT;
--> statement-breakpoint
ALTER TABLE `assignment` ADD `intensity` text;--> statement-breakpoint
ALTER TABLE `assignment` ADD `endedFor` text;--> statement-breakpoint
ALTER TABLE `young_person` ADD `phone` text DEFAULT '' NOT NULL;