import { Link, useLoaderData } from "@remix-run/react";
import { setNotifyAt } from "#domain/guides/notify-commands.server.ts";
import { linkIdentity } from "#domain/signin/claims-commands.server.ts";
import { addStaff, changeStaff, endStaff } from "#domain/staff/commands.server.ts";
import { addDepartment, changeDepartment, endDepartment } from "#domain/staff/department-commands.server.ts";
import { importStaff } from "#domain/staff/import-commands.server.ts";
import { makeSignInLink, resetSecondFactors } from "#domain/staff/link-commands.server.ts";
import { endMembership, endRole, grantRole, setMembership } from "#domain/staff/membership-commands.server.ts";
import { staffList } from "#domain/staff/queries.server.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useWords } from "#words/words.ts";
import { Departments } from "./departments.tsx";
import { Notify } from "./notify.tsx";
import { People } from "./people.tsx";
import { StaffFile } from "./staff-file.tsx";

export const handle: Handle = { title: (words) => words.staff.title };

export const loader = page(staffList, ({ search }) => ({ edit: search.get("edit") }));
export const action = submit(
  [
    addDepartment,
    changeDepartment,
    endDepartment,
    addStaff,
    changeStaff,
    endStaff,
    setMembership,
    endMembership,
    grantRole,
    endRole,
    makeSignInLink,
    resetSecondFactors,
    linkIdentity,
    importStaff,
    setNotifyAt,
  ],
  {},
  ["add-staff", "make-sign-in-link", "reset-second-factors", "import-staff"],
);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Staff() {
  const { departments, people, notifyAt, held } = useLoaderData<typeof loader>();
  const { staff: t, access } = useWords();
  return (
    <PageFrame>
      <h1>{t.title}</h1>
      <p className="meta">{t.counted(departments.length, people.length)}</p>
      <p>
        <Link to="/staff/access">{access.count}</Link>
      </p>
      <Departments departments={departments} people={people} />
      <People people={people} departments={departments} held={held} />
      <StaffFile />
      <Notify at={notifyAt} />
    </PageFrame>
  );
}
