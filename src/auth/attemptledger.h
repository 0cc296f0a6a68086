#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <functional>

namespace poolscope::auth {

// Counts here what the service counts there: how many of the hour's tries are used, by action and user. The service
// allows 5 code resends an hour and user (developer guide, quotas); tries made elsewhere, or
// before the program was started, are not known.
class AttemptLedger
{
public:
    static constexpr int resendsPerHour = 5;

    // `now`: steady milliseconds; handed in by tests.
    explicit AttemptLedger(std::function<qint64()> now = {});

    void note(const QString &action, const QString &user);
    int used(const QString &action, const QString &user) const; // within the last hour
    int left(const QString &action, const QString &user, int limit) const;
    void exhaust(const QString &action, const QString &user, int limit); // the service said LimitExceededException

private:
    QList<qint64> recent(const QString &action, const QString &user) const;

    std::function<qint64()> m_now;
    QHash<QString, QList<qint64>> m_times;
};

} // namespace poolscope::auth
