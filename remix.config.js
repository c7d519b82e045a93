/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  serverModuleFormat: "esm",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    // Off on purpose: with these two off, the code with open advisories in Remix 2 never runs.
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
