/** What kind of refusal it is: the closed list that protocols map to their own codes. */
export type RefusalCode =
  | "not_signed_in"
  | "not_allowed"
  | "not_found"
  | "invalid_input"
  | "conflict"
  | "already_exists"
  | "in_use"
  | "limit_reached"
  | "unreadable_file"
  | "unavailable";

/**
 * Every reason for which a request can be refused, with its code. A reason has one sentence in each
 * language, under `refusals` in app/_messages.
 */
export const refusalReasons = {
  not_signed_in: "not_signed_in",
  missing_permission: "not_allowed",
  invalid_input: "invalid_input",
  call_not_found: "not_found",
  agent_busy: "conflict",
  offer_open: "conflict",
  presence_out_of_order: "conflict",
  import_not_found: "not_found",
  import_over: "conflict",
  import_given_up: "unreadable_file",
  import_not_repeatable: "conflict",
  mapping_not_found: "not_found",
  mapping_not_json: "invalid_input",
  mapping_unreadable: "invalid_input",
  mapping_column_missing: "unreadable_file",
  time_zone_unknown: "invalid_input",
  upload_interrupted: "unreadable_file",
  disk_full: "unavailable",
  upload_out_of_step: "conflict",
  upload_not_same_file: "conflict",
  file_missing: "not_found",
  file_not_a_file: "unreadable_file",
  file_not_readable: "unreadable_file",
  file_empty: "unreadable_file",
  file_cut_off: "unreadable_file",
  file_has_nul: "unreadable_file",
  file_not_utf8: "unreadable_file",
  file_not_in_encoding: "unreadable_file",
  file_is_utf16: "unreadable_file",
  file_line_too_long: "unreadable_file",
  file_record_too_long: "unreadable_file",
  file_not_of_format: "unreadable_file",
  file_quote_open: "unreadable_file",
  call_in_progress: "conflict",
  call_is_deleted: "conflict",
  call_not_deleted: "conflict",
  call_not_yours: "not_allowed",
  undo_not_yours: "not_allowed",
  undo_too_late: "not_allowed",
  number_withheld: "not_found",
  note_not_found: "not_found",
  note_not_yours: "not_allowed",
  note_changed: "conflict",
  note_empty: "invalid_input",
  note_too_long: "invalid_input",
  note_has_card_number: "invalid_input",
  wrong_credentials: "not_signed_in",
  sign_in_limited: "limit_reached",
  single_sign_on_unknown: "not_allowed",
  person_not_found: "not_found",
  email_taken: "already_exists",
  email_missing: "conflict",
  sign_in_given: "conflict",
  own_account: "conflict",
  last_admin: "conflict",
  weak_password: "invalid_input",
  wrong_password: "invalid_input",
  password_expired: "not_signed_in",
  password_change_due: "not_allowed",
  session_not_found: "not_found",
  number_search_narrow: "not_allowed",
  view_not_found: "not_found",
  view_not_yours: "not_allowed",
  view_name_taken: "already_exists",
  view_limit: "limit_reached",
  skill_group_not_found: "not_found",
  skill_group_name_taken: "already_exists",
  skill_group_in_use: "in_use",
  skill_group_archived: "conflict",
  members_changed: "conflict",
  member_not_agent: "conflict",
  hours_overlap: "invalid_input",
  special_day_twice: "invalid_input",
  draft_not_found: "not_found",
  draft_changed: "conflict",
  version_not_found: "not_found",
  version_not_scheduled: "conflict",
  no_skill_group: "conflict",
  publish_in_past: "invalid_input",
  publish_instant_taken: "already_exists",
  rules_have_errors: "conflict",
  rules_entangled: "conflict",
  examples_red: "conflict",
  rules_too_large: "invalid_input",
  rules_invalid: "invalid_input",
  rules_file_not_ours: "unreadable_file",
  rules_file_groups_missing: "unreadable_file",
  unavailable: "unavailable",
} as const satisfies Record<string, RefusalCode>;

export type RefusalReason = keyof typeof refusalReasons;

/** An expected "no", as a value: nothing was changed. `details` fill the sentence's placeholders. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly reason: RefusalReason;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface Done<Value> {
  readonly ok: true;
  readonly value: Value;
}

export type Outcome<Value> = Done<Value> | Refusal;

/** The request was carried out. */
export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value };
}

/** The request is refused for `reason`. */
export function refuse(reason: RefusalReason, details: Refusal["details"] = {}): Refusal {
  return { ok: false, code: refusalReasons[reason], reason, details };
}
