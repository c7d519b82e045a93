CREATE TABLE `dropout_alert` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`placeId` text,
	`receivedOn` text NOT NULL,
	`leadId` text,
	`youngPersonId` text,
	`takenById` text,
	`takenOn` text,
	`handledById` text,
	`handledOn` text,
	`reaction` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`placeId`) REFERENCES `outreach_place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leadId`) REFERENCES `outreach_lead`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`takenById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handledById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dropout_alert_about" CHECK(("dropout_alert"."leadId" is null) <> ("dropout_alert"."youngPersonId" is null)),
	CONSTRAINT "dropout_alert_handled" CHECK(("dropout_alert"."handledOn" is null) = ("dropout_alert"."reaction" = ''))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `dropout_alert_one` ON `dropout_alert` (`leadId`,`kind`,`receivedOn`);--> statement-breakpoint
CREATE INDEX `dropout_alert_open` ON `dropout_alert` (`handledOn`);--> statement-breakpoint
CREATE TABLE `outreach_attempt` (
	`id` text PRIMARY KEY NOT NULL,
	`leadId` text NOT NULL,
	`channel` text NOT NULL,
	`triedAt` text NOT NULL,
	`result` text NOT NULL,
	`triedById` text NOT NULL,
	FOREIGN KEY (`leadId`) REFERENCES `outreach_lead`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`triedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outreach_attempt_channel" CHECK("outreach_attempt"."channel" in ('visit', 'at_place', 'call', 'text_message', 'letter', 'through_network')),
	CONSTRAINT "outreach_attempt_result" CHECK("outreach_attempt"."result" in ('no_answer', 'left_message', 'reached'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `outreach_attempt_lead` ON `outreach_attempt` (`leadId`);--> statement-breakpoint
CREATE TABLE `outreach_encounter` (
	`id` text PRIMARY KEY NOT NULL,
	`placeId` text NOT NULL,
	`metOn` text NOT NULL,
	`dayPart` text NOT NULL,
	`people` integer NOT NULL,
	`mark` text DEFAULT '' NOT NULL,
	`byId` text NOT NULL,
	`leadId` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`placeId`) REFERENCES `outreach_place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`byId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leadId`) REFERENCES `outreach_lead`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outreach_encounter_part" CHECK("outreach_encounter"."dayPart" in ('forenoon', 'afternoon', 'evening')),
	CONSTRAINT "outreach_encounter_people" CHECK("outreach_encounter"."people" between 1 and 99),
	CONSTRAINT "outreach_encounter_mark" CHECK(length("outreach_encounter"."mark") <= 3)
) STRICT;
--> statement-breakpoint
CREATE INDEX `outreach_encounter_place` ON `outreach_encounter` (`placeId`,`metOn`);--> statement-breakpoint
CREATE INDEX `outreach_encounter_lead` ON `outreach_encounter` (`leadId`);--> statement-breakpoint
CREATE TABLE `outreach_lead` (
	`id` text PRIMARY KEY NOT NULL,
	`firstName` text DEFAULT '' NOT NULL,
	`lastName` text DEFAULT '' NOT NULL,
	`sortKey` text DEFAULT '' NOT NULL,
	`bornOn` text,
	`cipher` blob,
	`blindIndex` text,
	`nameIndex` text,
	`address` text DEFAULT '' NOT NULL,
	`protected` integer DEFAULT false NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`source` text NOT NULL,
	`status` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'new' NOT NULL,
	`stateOn` text NOT NULL,
	`receivedOn` text NOT NULL,
	`nextAllowedOn` text,
	`assignedToId` text,
	`placeId` text,
	`raisedOn` text,
	`yesOn` text,
	`yesHow` text,
	`legalBasisId` text,
	`youngPersonId` text,
	`erasedOn` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`assignedToId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `outreach_place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`legalBasisId`) REFERENCES `legal_basis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outreach_lead_state_is" CHECK("outreach_lead"."state" in ('new', 'verified', 'contact_attempts', 'met', 'not_needed', 'wants_help', 'case', 'declined', 'unreachable')),
	CONSTRAINT "outreach_lead_yes" CHECK("outreach_lead"."yesHow" in ('met', 'phone', 'written')),
	CONSTRAINT "outreach_lead_protected" CHECK("outreach_lead"."protected" = 0 or "outreach_lead"."address" = ''),
	CONSTRAINT "outreach_lead_left_alone" CHECK("outreach_lead"."state" <> 'declined' or "outreach_lead"."nextAllowedOn" is not null),
	CONSTRAINT "outreach_lead_case" CHECK("outreach_lead"."state" <> 'case' or "outreach_lead"."yesOn" is not null or "outreach_lead"."legalBasisId" is not null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outreach_lead_number` ON `outreach_lead` (`blindIndex`);--> statement-breakpoint
CREATE INDEX `outreach_lead_name` ON `outreach_lead` (`nameIndex`);--> statement-breakpoint
CREATE INDEX `outreach_lead_state` ON `outreach_lead` (`state`,`sortKey`);--> statement-breakpoint
CREATE TABLE `outreach_place` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sortKey` text NOT NULL,
	`kind` text NOT NULL,
	`fromOn` text NOT NULL,
	`toOn` text,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outreach_place_name` ON `outreach_place` (`sortKey`);