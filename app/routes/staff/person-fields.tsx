import type { StaffList } from "#domain/staff/queries.server.ts";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

type Props = {
  person?: StaffList["people"][number];
  problem: (field: string) => string | undefined;
  typed: (field: string) => string | undefined;
};

export function PersonFields({ person, problem, typed }: Props) {
  const { staff: t } = useWords();
  return (
    <div className="field-line field-line-level">
      <TextField
        label={t.name}
        name="name"
        defaultValue={typed("name") ?? person?.name}
        error={problem("name")}
        autoComplete="off"
        required
      />
      <TextField
        label={t.username}
        name="username"
        hint={person ? undefined : t.usernameHint}
        defaultValue={typed("username") ?? person?.username}
        error={problem("username")}
        autoComplete="off"
        required
      />
      <TextField
        label={t.jobTitle}
        name="title"
        defaultValue={typed("title") ?? person?.title}
        error={problem("title")}
        autoComplete="off"
      />
      <TextField
        label={t.phone}
        name="phone"
        type="tel"
        defaultValue={typed("phone") ?? person?.phone ?? ""}
        error={problem("phone")}
        autoComplete="off"
      />
      <TextField
        label={t.email}
        name="email"
        type="email"
        defaultValue={typed("email") ?? person?.email ?? ""}
        error={problem("email")}
        autoComplete="off"
      />
    </div>
  );
}
