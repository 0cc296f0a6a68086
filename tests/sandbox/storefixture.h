#pragma once

#include "core/clock.h"
#include "sandbox/store.h"

#include <QTemporaryDir>

#include <memory>

namespace poolscope::sandbox {

// A store in a folder of its own, with pools, clients and users to fill it. GUI-less, one thread.
class StoreFixture
{
public:
    bool open(); // anew and empty; false: it could not be made
    void close() { m_store.reset(); }

    PoolRecord addPool(const QString &id = QStringLiteral("us-east-1_Abc123"));
    ClientRecord addClient(const PoolRecord &pool, const QString &id = QStringLiteral("client1"));
    UserRecord addUser(const PoolRecord &pool, const QString &name, const QString &email = {});

    Store &store() { return *m_store; }
    ManualClock &clock() { return m_clock; }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    ManualClock m_clock{1'000'000};
};

} // namespace poolscope::sandbox
