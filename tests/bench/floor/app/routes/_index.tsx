import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

export const loader = () => json({ title: "Samspor", at: new Date().toISOString() });

export default function Page() {
  const { title, at } = useLoaderData<typeof loader>();
  return (
    <main>
      <h1>{title}</h1>
      <p>{at}</p>
    </main>
  );
}
