-- A password that an admin handed over is known to two people: its owner changes it before anything else, and
-- within days.
ALTER TABLE "app_user" ADD COLUMN "must_change_password" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "password_expires_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_password_expiry_check" CHECK ("password_expires_at" is null or "must_change_password");--> statement-breakpoint
ALTER TABLE "auth_session" ADD COLUMN "is_single_sign_on" boolean DEFAULT false NOT NULL;
