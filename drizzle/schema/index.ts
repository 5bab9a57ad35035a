export * from "./audit";
export * from "./calls";
export * from "./imports";
export * from "./notes";
export * from "./saved-views";
export * from "./skill-groups";
export * from "./users";
