#pragma once

#include <QDateTime>
#include <QHashFunctions>
#include <QString>

#include <memory>

namespace poolscope::transport {

// What the user did, in their words ("Sign in"), and when. Copies are the same action, which is how the calls and attempts
// made for one of them are known to belong together; two made from the same words are not. Constant, so reentrant.
class UserAction final
{
public:
    UserAction() = default;           // none
    UserAction(const QString &title); // begins now; empty: none
    UserAction(const QString &title, const QDateTime &startedAt);

    bool isNull() const { return !m_facts; }
    QString title() const;
    QDateTime startedAt() const; // UTC

    bool operator==(const UserAction &) const = default;
    friend size_t qHash(const UserAction &action, size_t seed) noexcept { return qHash(action.m_facts.get(), seed); }

private:
    struct Facts
    {
        QString title;
        QDateTime startedAt;
    };

    std::shared_ptr<const Facts> m_facts;
};

} // namespace poolscope::transport
