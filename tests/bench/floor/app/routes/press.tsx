import { type ActionFunctionArgs, json } from "@remix-run/node";

/** A bare action: reads the form, commits one row and answers with the number of the change. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData();
  const press = context.press as (text: string) => number;
  return json({ seq: press(String(form.get("text"))) });
};
