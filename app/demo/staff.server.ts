import { choosePassword } from "#domain/signin/commands.server.ts";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "#domain/signin/demo-sign-ins.ts";
import { hashPassword } from "#domain/signin/password.server.ts";
import { addStaff } from "#domain/staff/commands.server.ts";
import { addDepartment } from "#domain/staff/department-commands.server.ts";
import { makeSignInLink } from "#domain/staff/link-commands.server.ts";
import type { DemoClock } from "./clock.server.ts";
import { DEPARTMENTS, type DepartmentKey } from "./texts/departments.ts";
import { ADMIN, STAFF, type StaffLine } from "./texts/staff.ts";

/** The demo's people at work: ids by user name and by department. */
export class DemoStaff {
  readonly #clock: DemoClock;
  constructor(clock: DemoClock) {
    this.#clock = clock;
  }

  idOf = (username: string): string => this.#clock.id(`staff ${username}`);
  departmentId = (key: DepartmentKey): string => this.#clock.id(`department ${key}`);
  representativeOf = (key: DepartmentKey): string => {
    const [username] = STAFF.find(([, , , department, , stands]) => department === key && stands) ?? [];
    if (!username) throw new Error(`nobody stands for ${key}`);
    return this.idOf(username);
  };
  departmentOf = (username: string): string => {
    const [, , , department] = STAFF.find(([name]) => name === username) ?? [];
    if (!department) throw new Error(`${username} works nowhere`);
    return this.departmentId(department);
  };
  readonly guides: readonly string[] = STAFF.filter(([, , , , roles]) => roles.includes("youth_guide")).map(
    ([name]) => name,
  );
  /** User names of those in a department who may lead a young person's case. */
  workersOf = (key: DepartmentKey): string[] =>
    STAFF.filter(
      ([, , , department, roles]) =>
        department === key && roles.some((role) => role === "caseworker" || role === "stu_team"),
    ).map(([username]) => username);
}

/** The installation's first day: an administrator made from the command line, who then makes departments, people and sign-ins. */
export async function openDoors(clock: DemoClock, staff: DemoStaff): Promise<void> {
  const admin = staff.idOf("admin");
  await clock.does(addStaff, staffInput(staff, ADMIN), null);
  for (const key of Object.keys(DEPARTMENTS) as DepartmentKey[]) {
    const [name, mark, colour, sector, takesOver = ""] = DEPARTMENTS[key];
    await clock.does(addDepartment, { id: staff.departmentId(key), name, mark, colour, sector, takesOver }, admin);
  }
  for (const line of STAFF) await clock.does(addStaff, staffInput(staff, line), admin);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const username of DEMO_SIGN_INS) {
    const { path } = await clock.does(
      makeSignInLink,
      { staffId: staff.idOf(username) },
      username === "admin" ? null : admin,
    );
    await clock.does(choosePassword, { token: path.split("/").at(-1), passwordHash }, null);
  }
}

function staffInput(staff: DemoStaff, line: StaffLine) {
  const [username, name, title, department, roles, representative = false] = line;
  const departmentId = department && staff.departmentId(department);
  const place = STAFF.indexOf(line) + 2;
  const phone = `00 12 ${String(30 + (place % 60)).padStart(2, "0")} ${String((place * 37) % 100).padStart(2, "0")}`;
  return { id: staff.idOf(username), username, name, title, phone, departmentId, roles: [...roles], representative };
}
