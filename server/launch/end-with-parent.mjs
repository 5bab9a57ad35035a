// Loaded ahead of a child process's own script: when the parent is no more, the child is asked to end.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
