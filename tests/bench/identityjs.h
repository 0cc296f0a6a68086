#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <optional>

namespace poolscope::bench {

// amazon-cognito-identity-js in a Node.js of its own, which makes one attempt after the other (srp_identityjs.mjs).
class IdentityJs
{
public:
    struct Attempt
    {
        double microseconds = 0;
        QString srpAHex;
        QString timestamp;
        QString signatureBase64;
    };

    explicit IdentityJs(const QJsonObject &challenge)
    {
        m_node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_node.start(QStringLiteral("node"), {QStringLiteral(SRP_IDENTITYJS)});
        m_node.write(QJsonDocument(challenge).toJson(QJsonDocument::Compact) + '\n');
    }
    ~IdentityJs()
    {
        m_node.closeWriteChannel();
        m_node.waitForFinished();
    }
    IdentityJs(const IdentityJs &) = delete;
    IdentityJs &operator=(const IdentityJs &) = delete;

    // None where there is no Node.js, or not the package.
    std::optional<Attempt> attempt()
    {
        m_node.write("\n");
        while (!m_node.canReadLine()) {
            if (!m_node.waitForReadyRead())
                return std::nullopt;
        }
        const QJsonObject answer = QJsonDocument::fromJson(m_node.readLine()).object();
        return Attempt{.microseconds = answer.value(QLatin1StringView("microseconds")).toDouble(),
                       .srpAHex = answer.value(QLatin1StringView("srpA")).toString(),
                       .timestamp = answer.value(QLatin1StringView("timestamp")).toString(),
                       .signatureBase64 = answer.value(QLatin1StringView("signature")).toString()};
    }

private:
    QProcess m_node;
};

} // namespace poolscope::bench
