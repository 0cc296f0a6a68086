#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace poolscope::secrets {

enum class Availability {
    Unknown,      // nobody has asked yet
    Available,    // it answers
    Locked,       // it is there, but the user or the system keeps it locked
    Missing,      // this desktop session has none
    NotAnswering, // a request got no answer in time
};

// One plain, translated sentence about the state of the system's keychain, for people. Empty for Unknown and Available.
QString availabilityText(Availability availability);

// Where secrets are kept. Lives on one thread; requests are answered there, in order, never inside the call itself.
// A handler runs once, or never if its context is gone (the request itself is still carried out). The store must
// outlive nothing: requests that are open when it goes are dropped without an answer.
// Errors are of kind Storage with one of the codes below.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using ReadHandler = std::function<void(Result<std::optional<QByteArray>>)>;
    using DoneHandler = std::function<void(Result<void>)>;

    using QObject::QObject;

    virtual void open() {}  // once, after the first paint: nothing reaches a keychain before
    virtual void retry() {} // asks again after Locked, Missing or NotAnswering

    // An entry that is not there is a success without a value; so is a damaged one, after damaged() was emitted.
    virtual void read(const QString &key, QObject *context, ReadHandler handler) = 0;
    virtual void write(const QString &key, const QByteArray &value, QObject *context, DoneHandler handler) = 0;
    virtual void remove(const QString &key, QObject *context, DoneHandler handler) = 0; // of nothing is a success

    virtual QString backendName() const = 0; // for people, translated: "System keychain", "Memory only"
    virtual bool isPersistent() const = 0;   // whether anything survives the end of the program

    Availability availability() const { return m_availability; }
    QString availabilityText() const { return secrets::availabilityText(m_availability); }

signals:
    void availabilityChanged(poolscope::secrets::Availability availability);
    // What stood under the key could not be used (cut off, altered, from a later version). It counts as absent and is
    // kept aside. `sentence` is translated and holds nothing secret.
    void damaged(const QString &key, const QString &sentence);
    // A write or removal that had failed was made up for later. Only of a store that tries again by itself.
    void madeUpFor(const QString &key);

protected:
    void setAvailability(Availability availability);

private:
    Availability m_availability = Availability::Unknown;
};

namespace codes {
inline constexpr QLatin1StringView Locked{"KeychainLocked"};
inline constexpr QLatin1StringView Missing{"KeychainMissing"};
inline constexpr QLatin1StringView NotAnswering{"KeychainNotAnswering"};
inline constexpr QLatin1StringView Failed{"KeychainFailed"};
inline constexpr QLatin1StringView TooLarge{"SecretTooLarge"};
} // namespace codes

} // namespace poolscope::secrets
