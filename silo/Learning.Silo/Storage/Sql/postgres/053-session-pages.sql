-- The older scans of a session are states of their own now, written once and named by the session from then on: the session is what changed.
-- A program from before this step would not read them, and so must not start any more. Badges' and identity's keys are for grains alone.
-- Whatever is left out here has no projection.
DROP TRIGGER OrleansStorage_changed ON OrleansStorage;
CREATE TRIGGER OrleansStorage_changed AFTER INSERT OR UPDATE ON OrleansStorage FOR EACH ROW
WHEN (NEW.GrainTypeString NOT IN ('sessionpage', 'badge', 'identitykey')) EXECUTE FUNCTION mark_changed();
