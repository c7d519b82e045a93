export type DemoState = { day: string; old: boolean; password: string; signIns: string[] };

export async function fillDemo(): Promise<DemoState> {
  return { day: "", old: false, password: "samspor-demo", signIns: [] };
}

export const renewDemo = fillDemo;
