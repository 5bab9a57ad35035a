-- How often a worker has begun an import: one that kills each of its workers must not be begun for ever.
ALTER TABLE "import" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;
