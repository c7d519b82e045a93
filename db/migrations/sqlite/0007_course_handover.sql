CREATE TABLE `course_handover` (
	`id` text PRIMARY KEY NOT NULL,
	`courseId` text NOT NULL,
	`youngPersonId` text NOT NULL,
	`departmentId` text NOT NULL,
	`staffId` text,
	`reason` text NOT NULL,
	`askedById` text,
	`askedAt` text NOT NULL,
	`accepted` integer,
	`answeredById` text,
	`answeredAt` text,
	`declineReason` text DEFAULT '' NOT NULL,
	`withdrawnAt` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`courseId`) REFERENCES `stu_course`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`youngPersonId`) REFERENCES `young_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `department`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`askedById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answeredById`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "course_handover_answered" CHECK(("course_handover"."accepted" is null) = ("course_handover"."answeredAt" is null)),
	CONSTRAINT "course_handover_once" CHECK("course_handover"."answeredAt" is null or "course_handover"."withdrawnAt" is null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `course_handover_open` ON `course_handover` (`courseId`,`departmentId`) WHERE "course_handover"."answeredAt" is null and "course_handover"."withdrawnAt" is null;--> statement-breakpoint
CREATE INDEX `course_handover_course` ON `course_handover` (`courseId`);--> statement-breakpoint
CREATE INDEX `course_handover_department` ON `course_handover` (`departmentId`);