#pragma once

#include "secrets/keychainbackend.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace poolscope::tests {

// A keychain in memory that does what a test says at the nth job: fail, hang, or answer late. Answers in a later turn of
// the event loop. Its contents and its record live outside, so that they can be looked at when the store is gone.
class FakeKeychain final : public secrets::KeychainBackend
{
public:
    struct State
    {
        QHash<QString, QByteArray> entries;
        QStringList jobs; // "read key", "write key#1.0", ...
        // What is to happen to a job, by its place among all jobs (from 0); otherwise it works.
        enum class Fault { Fail, Lock, Miss, Hang };
        QHash<qsizetype, Fault> faults;
        std::function<bool(const QString &job)> failing; // jobs that fail whenever they come
        QList<std::function<void()>> hanging;            // call to answer late
        qsizetype largest = 0;                           // entry ever written
        bool alive = true;
    };

    explicit FakeKeychain(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {
    }
    ~FakeKeychain() override { m_state->alive = false; }

    void read(const QString &entry, ReadReply reply) override;
    void write(const QString &entry, const QByteArray &bytes, DoneReply reply) override;
    void remove(const QString &entry, DoneReply reply) override;

private:
    template<class Expected>
    void run(const QString &job, std::function<void(Expected)> reply, std::function<Expected(State &)> work);

    std::shared_ptr<State> m_state;
};

} // namespace poolscope::tests
