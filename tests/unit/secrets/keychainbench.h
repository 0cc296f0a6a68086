#pragma once

#include "fakekeychain.h"
#include "secrets/keychainstore.h"

#include <QDeadlineTimer>
#include <QTest>

namespace poolscope::tests {

using secrets::Availability;
using secrets::KeychainOptions;
using secrets::KeychainStore;

inline const QString key = QStringLiteral("session/a");

struct Answer
{
    bool came = false;
    Result<std::optional<QByteArray>> result;
};

// A store over a fake keychain, and the calls of it that wait for their answer.
struct KeychainBench
{
    std::shared_ptr<FakeKeychain::State> state = std::make_shared<FakeKeychain::State>();
    std::unique_ptr<KeychainStore> store;
    QObject context;

    explicit KeychainBench(std::chrono::milliseconds watchdog = std::chrono::seconds(5)) { reopen(watchdog); }

    void reopen(std::chrono::milliseconds watchdog = std::chrono::seconds(5))
    {
        store = std::make_unique<KeychainStore>(std::make_unique<FakeKeychain>(state), nullptr,
                                                KeychainOptions{.watchdog = watchdog});
        store->open();
        waitFor([this] { return store->availability() != Availability::Unknown; });
    }

    // Without the pauses of QTest::qWaitFor(): many jobs follow one another, each in a turn of its own.
    static void waitFor(const std::function<bool()> &condition)
    {
        const QDeadlineTimer deadline(5000);
        while (!condition() && !deadline.hasExpired())
            QCoreApplication::processEvents();
        QVERIFY(condition());
    }

    Result<std::optional<QByteArray>> read()
    {
        Answer answer;
        store->read(key, &context, [&](const auto &result) { answer = {true, result}; });
        waitFor([&] { return answer.came; });
        return answer.result;
    }

    Result<void> write(const QByteArray &value)
    {
        std::optional<Result<void>> answer;
        store->write(key, value, &context, [&](const Result<void> &result) { answer = result; });
        waitFor([&] { return answer.has_value(); });
        return *answer;
    }

    Result<void> remove()
    {
        std::optional<Result<void>> answer;
        store->remove(key, &context, [&](const Result<void> &result) { answer = result; });
        waitFor([&] { return answer.has_value(); });
        return *answer;
    }

    QByteArray value() { return read().value_or(std::nullopt).value_or("<absent>"); }
};

inline QByteArray bytes(qsizetype count, char seed = 'a')
{
    QByteArray result(count, Qt::Uninitialized);
    for (qsizetype i = 0; i < count; ++i)
        result[i] = char(seed + i * 7 % 251);
    return result;
}

} // namespace poolscope::tests
