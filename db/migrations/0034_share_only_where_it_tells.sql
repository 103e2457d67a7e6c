ALTER TABLE "letters" ALTER COLUMN "own_share" DROP NOT NULL;--> statement-breakpoint
-- Fewer words in all than a share is told from: what has no text any more can be known by nothing else.
update "letters" set "own_share" = null where "own_words" > 0 and "own_words" < 60 * "own_share";--> statement-breakpoint
-- Texts are sealed, so a worker reads those that still stand. A new installation has neither letters nor a queue yet.
do $$ begin
  if to_regclass('graphile_worker._private_jobs') is not null and exists (select from "letters") then
    perform graphile_worker.add_job('measure-shares-again', '{"after": null}'::json, job_key := 'measure-shares-again');
  end if;
end $$;
