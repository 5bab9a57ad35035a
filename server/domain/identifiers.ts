import { z } from "zod";

export const CallId = z.uuid().brand<"CallId">();
export type CallId = z.infer<typeof CallId>;

export const UserId = z.uuid().brand<"UserId">();
export type UserId = z.infer<typeof UserId>;

export const SkillGroupId = z.uuid().brand<"SkillGroupId">();
export type SkillGroupId = z.infer<typeof SkillGroupId>;

export const NoteId = z.uuid().brand<"NoteId">();
export type NoteId = z.infer<typeof NoteId>;

export const ImportId = z.uuid().brand<"ImportId">();
export type ImportId = z.infer<typeof ImportId>;

export const SavedViewId = z.uuid().brand<"SavedViewId">();
export type SavedViewId = z.infer<typeof SavedViewId>;

export const SessionId = z.uuid().brand<"SessionId">();
export type SessionId = z.infer<typeof SessionId>;
