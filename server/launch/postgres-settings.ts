import { totalmem } from "node:os";

const mebibyte = 1024 * 1024;

/** How the embedded server is run: durable, for one machine that it shares with the product. */
export function postgresSettings(): Record<string, string> {
  const memory = Math.floor(totalmem() / mebibyte);
  const sharedBuffers = Math.min(1024, Math.max(128, Math.floor(memory / 8)));
  return {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: `${sharedBuffers}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memory / 2))}MB`,
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    max_wal_size: "4GB",
    checkpoint_timeout: "15min",
    // Planning by just-in-time compilation costs more than it saves on queries of a few milliseconds.
    jit: "off",
    random_page_cost: "1.1",
    track_io_timing: "on",
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "%m [%p] ",
  };
}
