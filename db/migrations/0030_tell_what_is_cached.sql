-- Every process that caches these rows is told of each change, whoever makes it, once it is committed. PostgreSQL says the
-- same words once for a whole transaction.
CREATE FUNCTION tell_cached() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cached_changed', TG_TABLE_NAME);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION tell_cached_setting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cached_changed', 'settings ' || coalesce(NEW.name, OLD.name));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER settings_cached AFTER INSERT OR UPDATE OR DELETE ON "settings"
FOR EACH ROW EXECUTE FUNCTION tell_cached_setting();
--> statement-breakpoint
CREATE TRIGGER campaigns_cached AFTER INSERT OR UPDATE OR DELETE ON "campaigns"
FOR EACH STATEMENT EXECUTE FUNCTION tell_cached();
--> statement-breakpoint
CREATE TRIGGER constituencies_cached AFTER INSERT OR UPDATE OR DELETE ON "constituencies"
FOR EACH STATEMENT EXECUTE FUNCTION tell_cached();
--> statement-breakpoint
CREATE TRIGGER mps_cached AFTER INSERT OR UPDATE OR DELETE ON "mps"
FOR EACH STATEMENT EXECUTE FUNCTION tell_cached();
