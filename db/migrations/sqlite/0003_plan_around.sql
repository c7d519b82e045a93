CREATE TABLE `search_due` (
	`sourceId` text PRIMARY KEY NOT NULL
) STRICT;
