-- The log only grows.
CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log BEGIN SELECT raise(abort, 'the log is append-only'); END;
--> statement-breakpoint
-- A row goes only with its month, when a signed root says that its kind goes (domain/log/segments.server.ts).
CREATE TRIGGER log_is_not_deleted BEFORE DELETE ON log
WHEN NOT EXISTS (
  SELECT 1 FROM log_segment s
  WHERE old.seq BETWEEN s.fromSeq AND s.toSeq AND old.kind IN (SELECT value FROM json_each(s.gone))
)
BEGIN SELECT raise(abort, 'the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER log_segment_is_not_changed BEFORE UPDATE ON log_segment BEGIN SELECT raise(abort, 'a root of the log stays as it was signed'); END;
--> statement-breakpoint
CREATE TRIGGER log_segment_is_not_deleted BEFORE DELETE ON log_segment BEGIN SELECT raise(abort, 'a root of the log stays'); END;
--> statement-breakpoint
-- Former versions of rows stay as they were.
CREATE TRIGGER revision_is_not_changed BEFORE UPDATE ON revision BEGIN SELECT raise(abort, 'a former version is not changed'); END;
--> statement-breakpoint
-- A version of a plan stays as it was approved.
CREATE TRIGGER plan_version_is_not_changed BEFORE UPDATE ON plan_version BEGIN SELECT raise(abort, 'an approved version is not changed'); END;
--> statement-breakpoint
-- A resource paper that was kept stays as it was kept.
CREATE TRIGGER resource_paper_version_is_not_changed BEFORE UPDATE ON resource_paper_version BEGIN SELECT raise(abort, 'a kept version is not changed'); END;
--> statement-breakpoint
-- How far something was clarified on a day stays as it was written: what is otherwise now is a row of its own.
CREATE TRIGGER clarification_is_not_changed BEFORE UPDATE ON clarification BEGIN SELECT raise(abort, 'a clarification stays as it was written'); END;
--> statement-breakpoint
CREATE TRIGGER stu_clarification_is_not_changed BEFORE UPDATE ON stu_clarification BEGIN SELECT raise(abort, 'a clarification stays as it was written'); END;
--> statement-breakpoint
-- One item is open at a time.
CREATE TRIGGER one_open_item BEFORE UPDATE OF state ON agenda_item WHEN new.state = 'open' AND old.state <> 'open'
BEGIN
  SELECT raise(abort, 'another item is open')
  WHERE EXISTS (SELECT 1 FROM agenda_item WHERE meetingId = new.meetingId AND state = 'open' AND id <> new.id);
END;
--> statement-breakpoint
-- Whoever administers the system or reviews the log holds no role that opens content.
CREATE TRIGGER roles_apart BEFORE INSERT ON role_grant
BEGIN
  SELECT raise(abort, 'admin and dpo hold no other role')
  WHERE EXISTS (
    SELECT 1 FROM role_grant g
    WHERE g.staffId = new.staffId AND g.role <> new.role
      AND coalesce(g.toOn, '9999') > new.fromOn AND coalesce(new.toOn, '9999') > g.fromOn
      AND (new.role IN ('admin', 'dpo') OR g.role IN ('admin', 'dpo'))
  );
END;
--> statement-breakpoint
CREATE TRIGGER roles_stay_apart BEFORE UPDATE OF staffId, role, fromOn, toOn ON role_grant
BEGIN
  SELECT raise(abort, 'admin and dpo hold no other role')
  WHERE EXISTS (
    SELECT 1 FROM role_grant g
    WHERE g.id <> new.id AND g.staffId = new.staffId AND g.role <> new.role
      AND coalesce(g.toOn, '9999') > new.fromOn AND coalesce(new.toOn, '9999') > g.fromOn
      AND (new.role IN ('admin', 'dpo') OR g.role IN ('admin', 'dpo'))
  );
END;
--> statement-breakpoint
-- What is read of staff and departments is kept until a version grew (edition.server.ts): nothing of them changes or goes without.
CREATE TRIGGER staff_is_revised BEFORE UPDATE ON staff WHEN new.version <= old.version
BEGIN SELECT raise(abort, 'a person is changed by revise alone'); END;
--> statement-breakpoint
CREATE TRIGGER staff_is_not_deleted BEFORE DELETE ON staff BEGIN SELECT raise(abort, 'a person is ended, not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER department_is_revised BEFORE UPDATE ON department WHEN new.version <= old.version
BEGIN SELECT raise(abort, 'a department is changed by revise alone'); END;
--> statement-breakpoint
CREATE TRIGGER department_is_not_deleted BEFORE DELETE ON department BEGIN SELECT raise(abort, 'a department is ended, not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER membership_is_revised BEFORE UPDATE ON membership WHEN new.version <= old.version
BEGIN SELECT raise(abort, 'a place in a department is changed by revise alone'); END;
--> statement-breakpoint
CREATE TRIGGER membership_is_not_deleted BEFORE DELETE ON membership BEGIN SELECT raise(abort, 'a place in a department is ended, not deleted'); END;
