#pragma once

#include "cognito/stsanswer.h"
#include "core/error.h"
#include "profiles/connection.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace poolscope::transport {
class AwsJsonChannel;
}

namespace poolscope::auth {

struct KeysTestResult
{
    enum class Outcome {
        Fine,     // they may read this pool
        NotHere,  // they are somebody's, but this pool is not theirs to read
        Unusable, // there are none, or nobody's
        Unknown,  // no answer that would tell
    };
    Outcome outcome = Outcome::Unknown;
    QString what;               // whose they are, or what is missing; one translated sentence
    QString whatToDo;           // translated, may be empty
    std::optional<Error> error; // what the verdict is made from
};

// Whose the AWS keys of a connection are, and whether they may read its pool: GetCallerIdentity on AWS, then
// DescribeUserPool. Changes nothing. One test at a time.
class KeysTest final : public QObject
{
    Q_OBJECT

public:
    // `channel` signs with the keys to be tested, and goes to the connection's endpoint. `stsEndpoint`: empty where there is
    // no STS to be asked (an emulator).
    KeysTest(transport::AwsJsonChannel *channel, QUrl stsEndpoint, QObject *parent = nullptr);
    ~KeysTest() override;

    void start(const profiles::Connection &connection);

signals:
    void finished(const poolscope::auth::KeysTestResult &result); // never inside start()

private:
    void describePool();
    void judge(const std::optional<Error> &poolError);

    transport::AwsJsonChannel *m_channel;
    QUrl m_stsEndpoint;
    profiles::Connection m_connection;
    cognito::CallerIdentity m_caller;
    std::unique_ptr<QObject> m_request; // context of the calls: without it no answer arrives
};

// Pure. `caller` is empty where nobody was asked; `error` is the one of GetCallerIdentity or of DescribeUserPool.
KeysTestResult judgeKeysTest(const profiles::Connection &connection, const cognito::CallerIdentity &caller,
                             const std::optional<Error> &error);

} // namespace poolscope::auth
