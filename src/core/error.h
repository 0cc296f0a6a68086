#pragma once

#include <QMetaType>
#include <QString>

namespace poolscope {

// What went wrong with a call or a step of a flow. Made in few places (the transport's funnel, the stores, the
// flows' own checks) and passed on unchanged. Holds nothing secret: messages are redacted where they are made.
struct Error
{
    enum class Kind {
        Service,    // the service answered with an error: `code` is its name
        Transport,  // no usable connection: DNS, refused, TLS, cut off
        Timeout,    // the deadline passed
        Cancelled,  // the caller gave up
        Protocol,   // an answer that is not what the protocol allows
        Validation, // refused here, before anything was sent
        Storage,    // the keychain, a database or a file
    };

    Kind kind = Kind::Service;
    QString code;      // the service's exception name, or a short name of ours such as "ConnectionRefused"
    QString message;   // the service's own words, or one sentence of ours for people
    QString operation; // the operation that was called, empty where none was
    QString requestId; // x-amzn-RequestId, empty when none came
    int httpStatus = 0;
    bool retryable = false;      // sending the same thing again may help
    bool outcomeUnknown = false; // it was sent, and nobody knows whether the service did it

    static Error validation(QString code, QString message);
    static Error storage(QString code, QString message);
    static Error cancelled();
};

QString toString(Error::Kind kind);

} // namespace poolscope

Q_DECLARE_METATYPE(poolscope::Error)
