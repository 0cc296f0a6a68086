#pragma once

#include <QList>
#include <QString>

namespace poolscope::sandbox {

struct ConnectFacts
{
    QString endpoint; // http://127.0.0.1:9229
    QString region;
    QString userPoolId;
    QString clientId;
};

// How a program of one kind reaches the sandbox: source text that runs as it stands.
struct ConnectSnippet
{
    QString id;                    // "amplify", "js", "python", "java", "cli"
    QString title;                 // a proper name
    QString text;                  // ends with a line break
    bool forPublicClients = false; // the library knows no app clients with a secret
};

QList<ConnectSnippet> connectSnippets(const ConnectFacts &facts);

} // namespace poolscope::sandbox
