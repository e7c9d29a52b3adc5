-- Saves a version of a conversation, and keeps the versions before the last three changes.
-- KEYS: hash of the conversation, sorted set of the timeouts
-- ARGV: update, member of the sorted set, version (empty: ended), deletion and timeout (empty: none) in milliseconds
local fields = redis.call('HMGET', KEYS[1], 'current', 'update1', 'before1', 'update2', 'before2', 'update3', 'before3')
local before = fields[1] or ''
local kept = 2
for i = 2, 6, 2 do
	if fields[i] == ARGV[1] then
		-- The update is handled again, so its earlier change and those after it are undone.
		before = fields[i + 1]
		kept = i + 2
	end
end
local hash = { 'current', ARGV[3], 'update1', ARGV[1], 'before1', before }
for number = 2, 3 do
	if kept <= 6 and fields[kept] then
		table.insert(hash, 'update' .. number)
		table.insert(hash, fields[kept])
		table.insert(hash, 'before' .. number)
		table.insert(hash, fields[kept + 1])
	end
	kept = kept + 2
end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], unpack(hash))
redis.call('PEXPIREAT', KEYS[1], ARGV[4])
if ARGV[5] == '' then
	redis.call('ZREM', KEYS[2], ARGV[2])
else
	redis.call('ZADD', KEYS[2], ARGV[5], ARGV[2])
end
return 1
