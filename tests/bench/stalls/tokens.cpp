#include "scenarios.h"
#include "stage.h"
#include "stallwatch.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QClipboard>
#include <QScrollBar>

#include <cstdio>

namespace poolscope::bench {

namespace {

constexpr int rounds = 7;
constexpr qsizetype tokenSize = 1024 * 1024;

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// Just below a megabyte, beyond which a token is refused; unsigned, which costs the reader nothing less.
QString token(const QByteArray &payload)
{
    const QByteArray text =
        encoded("{\"kid\":\"k\",\"alg\":\"RS256\"}") + '.' + encoded(payload) + '.' + encoded(QByteArray(256, 's'));
    return QString::fromLatin1(text);
}

constexpr qsizetype payloadSize = (tokenSize - 1024) / 4 * 3;

QString tokenWithOneLongClaim()
{
    return token("{\"token_use\":\"id\",\"exp\":1768480496,\"note\":\"" + QByteArray(payloadSize - 100, 'n') + "\"}");
}

QString tokenWithManyClaims()
{
    QByteArray payload = "{\"token_use\":\"id\",\"exp\":1768480496";
    for (int i = 0; payload.size() < payloadSize - 40; ++i)
        payload += ",\"claim" + QByteArray::number(i) + "\":" + QByteArray::number(i);
    return token(payload + '}');
}

class TokenScenario
{
public:
    TokenScenario(WatchedApplication &application, const Stage &stage, const char *name, const QString &text)
        : m_application(application)
        , m_stage(stage)
        , m_name(name)
        , m_text(text)
    {
    }

    bool measure()
    {
        Measurement drawing("a small token: window resized");
        Measurement pasting(m_name + ": pasted");
        Measurement json(m_name + ": as JSON");
        Measurement resizing(m_name + ": window resized");
        Measurement leaving(m_name + ": another one pasted");
        for (int i = 0; i < rounds; ++i) {
            click("tokenForm.claims");
            paste(m_small);
            turnUntil([this] { return !isLargeShown(); });
            drawing.round(m_application, [this, i] { m_stage.window()->resize(i % 2 == 0 ? 1000 : 1280, 790); });
            pasting.round(
                m_application, [this] { paste(m_text); }, [this] { return isLargeShown(); });
            json.round(m_application, [this] { click("tokenForm.json"); });
            resizing.round(m_application, [this, i] { m_stage.window()->resize(i % 2 == 0 ? 1000 : 1280, 800); });
            leaving.round(
                m_application, [this] { paste(m_small); }, [this] { return !isLargeShown(); });
        }
        bool within = true;
        for (const Measurement *one : {&drawing, &pasting, &json, &resizing, &leaving})
            within &= one->report();
        return within;
    }

private:
    void click(const char *name) { m_stage.find<QAbstractButton>(name)->click(); }
    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        click("tokens.paste");
    }
    bool isLargeShown() const { return m_bytes->verticalScrollBar()->maximum() > 500; }

    WatchedApplication &m_application;
    const Stage &m_stage;
    QByteArray m_name;
    QString m_text;
    QString m_small = token("{\"token_use\":\"id\",\"exp\":1768480496}");
    QAbstractScrollArea *m_bytes = m_stage.find<QAbstractScrollArea>("tokenBytes");
};

} // namespace

bool measureTokens(WatchedApplication &application)
{
    const Stage stage;
    if (!stage.isReady())
        return false;
    bool within = TokenScenario(application, stage, "1 MB token, one long claim", tokenWithOneLongClaim()).measure();
    within &= TokenScenario(application, stage, "1 MB token, many claims", tokenWithManyClaims()).measure();
    return within;
}

} // namespace poolscope::bench
