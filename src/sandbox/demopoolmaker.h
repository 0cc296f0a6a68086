#pragma once

#include "core/result.h"
#include "sandbox/dispatcher.h"
#include "sandbox/sandbox.h"

#include <QList>

#include <functional>
#include <memory>

namespace poolscope::sandbox {

// Makes the demo pool and its app client by the same operations that others call. Service thread only.
class DemoPoolMaker final
{
public:
    using Then = std::function<void(const Result<DemoPool> &)>;

    // Both outlive it.
    DemoPoolMaker(const Dispatcher &dispatcher, Store &store);

    // then: once, and together where several ask while one is being made. Where it fails ("NoDemoPool", a sentence with the reason and what to do), what was begun is removed again;
    // where even that fails, or the program ends before, the next make() does it.
    void make(const Then &then);
    // After everything was deleted: one that is being made counts for nothing, and another is begun in its place.
    void makeAnew(const Then &then);

private:
    void begin();
    bool isOutdated() const { return m_begun != m_generation; }
    void clear(const QString &poolId, const std::function<void()> &then);
    void makePool();
    void makeClient(const QString &poolId);
    void giveUp(const QString &reason);
    void finish(const Result<DemoPool> &result);
    Reply reply(std::function<void(const Outcome<json::Value> &)> sink) const;
    QString reason(const ServiceError &error) const;

    const Dispatcher &m_dispatcher;
    Store &m_store;
    QList<Then> m_waiting; // not empty: one is being made
    int m_generation = 0;
    int m_begun = 0; // the generation of the one that is being made
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace poolscope::sandbox
