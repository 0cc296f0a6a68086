#pragma once

#include "core/result.h"
#include "sandbox/records.h"

#include <array>
#include <atomic>
#include <functional>

namespace poolscope {
class Clock;

namespace sandbox {

class BulkIndexes;
class SeedPeople;
class Store;

struct SeedRequest
{
    qint64 users = 0;
    QString poolId; // empty: the demo pool
    quint64 seed = 1;
    qint64 signIn = 100; // so many of the first users get the password
};

struct SeedReport
{
    QString poolId;
    QString poolName;
    qint64 users = 0;
    std::array<qint64, 9> states{}; // by SeedState
    qint64 signIn = 0;
    QString password; // of those
    QStringList groups;
    qint64 memberships = 0; // of them in these groups
};

struct SeedProgress
{
    qint64 done = 0;
    qint64 of = 0;
    bool indexing = false; // then they are indexes, before that users
};

// Fills a pool with made-up people in one transaction: all of them are there, or none. Neither triggers nor messages.
// Service thread only, which it holds until it is done; throws StorageFailure.
class Seeder final
{
public:
    // wanted: set from any thread to give up. progress: called on the service thread.
    Seeder(Store &store, const Clock &clock, const std::atomic_bool &unwanted,
           std::function<void(const SeedProgress &)> progress);

    // request.poolId is not empty. Error codes: "NoSuchPool", "PoolRefuses" (its schema), "NameTaken", and cancelled.
    Result<SeedReport> run(const SeedRequest &request);

private:
    Result<void> fill(const SeedPeople &people, SeedReport &report);
    bool makeIndexes(BulkIndexes &indexes);
    QList<qint64> groups(const PoolRecord &pool, SeedReport &report);

    Store &m_store;
    const Clock &m_clock;
    const std::atomic_bool &m_unwanted;
    std::function<void(const SeedProgress &)> m_progress;
};

} // namespace sandbox
} // namespace poolscope
