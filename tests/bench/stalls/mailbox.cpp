#include "scenarios.h"
#include "stage.h"
#include "stallwatch.h"

#include "cognito/idpclient.h"
#include "model/cognitoidp.h"
#include "transport/awsjsonchannel.h"

#include <QLabel>
#include <QThread>

#include <atomic>
#include <cstdio>

namespace poolscope::bench {

namespace {

constexpr int atOnce = 4;

// Another program that signs users up, on a thread of its own: each gets a mail.
class SigningUp
{
public:
    explicit SigningUp(const Stage &stage)
        : m_endpoint(stage.endpoint())
        , m_clientId(stage.pool().clientId)
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }
    ~SigningUp()
    {
        QMetaObject::invokeMethod(
            &m_context, [this] { delete m_channel; }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    SigningUp(const SigningUp &) = delete;
    SigningUp &operator=(const SigningUp &) = delete;

    int done() const { return m_done; }
    bool hasFailed() const { return m_failed; }
    void goOnUntil(int wanted)
    {
        m_wanted = wanted;
        QMetaObject::invokeMethod(&m_context, [this] {
            if (!m_channel) {
                m_channel = new transport::AwsJsonChannel(
                    {.endpoint = m_endpoint, .region = QStringLiteral("us-east-1")}, &m_context);
                m_client = new cognito::IdpClient(m_channel, m_channel);
            }
            for (int i = 0; i < atOnce; ++i)
                next();
        });
    }

private:
    void next()
    {
        if (m_asked >= m_wanted)
            return;
        const QString email = QStringLiteral("someone%1@example.com").arg(++m_asked);
        m_client->call(idp::SignUpRequest{.clientId = m_clientId,
                                          .username = email,
                                          .password = QStringLiteral("Correct-horse-7"),
                                          .userAttributes = {{{.name = QStringLiteral("email"), .value = email}}}},
                       &m_context, [this](const Result<idp::SignUpResponse> &result) {
                           if (!result) {
                               std::fprintf(stderr, "SignUp: %s\n", qPrintable(result.error().message));
                               m_failed = true;
                           }
                           ++m_done;
                           next();
                       });
    }

    QUrl m_endpoint;
    QString m_clientId;
    QThread m_thread;
    QObject m_context; // lives on the thread
    transport::AwsJsonChannel *m_channel = nullptr;
    cognito::IdpClient *m_client = nullptr;
    int m_asked = 0;
    std::atomic_int m_wanted = 0;
    std::atomic_int m_done = 0;
    std::atomic_bool m_failed = false;
};

} // namespace

bool measureMailbox(WatchedApplication &application, int count)
{
    const Stage stage;
    if (!stage.isReady())
        return false;
    SigningUp others(stage);
    Measurement arriving(QByteArray::number(count) + " mails");
    for (int slice = 1; slice <= slices && !others.hasFailed(); ++slice) {
        const int wanted = count * slice / slices;
        arriving.round(
            application, [&] { others.goOnUntil(wanted); }, [&] { return others.done() >= wanted; });
    }
    return arriving.report() && !others.hasFailed();
}

} // namespace poolscope::bench
