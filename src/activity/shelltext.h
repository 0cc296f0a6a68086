#pragma once

#include "json/value.h"

#include <QStringList>

// Texts for a POSIX shell. What is redacted becomes a variable there, for whoever runs the command to set.
namespace poolscope::activity {

// A command to be pasted into a shell.
struct ShellCommand
{
    QString text;
    QStringList variables; // to be set before it runs: it stops, naming the variable, where one is not
};

// As one word that means itself, whatever it holds; as it is where that is plain.
QString shellQuoted(const QString &text);

// "UserPoolId" -> "user-pool-id", as the AWS CLI names operations and members.
QString kebabCase(const QString &name);

// The variables of one command.
class ShellVariables final
{
public:
    ShellVariables();

    // A copy in which what is redacted is marked for quoted(). A value's variable is named after the member it stands in.
    json::Value marked(const json::Value &value, const QString &memberName = {});
    // As shellQuoted(), where marks become "${COGNITO_PASSWORD:?}". Inside of JSON the shell puts the value in as it is:
    // quotation marks and backslashes in it must have been escaped.
    QString quoted(const QString &text) const;

    QStringList names() const { return m_names; } // in order, each once

private:
    QString nameFor(const QString &memberName);

    QString m_mark; // occurs in no request
    QStringList m_names;
};

} // namespace poolscope::activity
