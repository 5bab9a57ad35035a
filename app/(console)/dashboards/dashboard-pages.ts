/** The dashboards, in the order of their tabs. One stands here once its page works. */
export const dashboardPages = ["overview", "duration", "waiting", "agents", "ivr"] as const;
export type DashboardPage = (typeof dashboardPages)[number];
