#pragma once

#include "json/value.h"

#include <QRegularExpression>
#include <QStringList>

// Texts for a POSIX shell. What is redacted becomes a variable there, for whoever runs the command to set.
namespace poolscope::activity {

// A command to be pasted into a shell.
struct ShellCommand
{
    QString text;
    // To be set before it runs: it stops, naming the variable, where one is not.
    QStringList variables;
    QStringList jsonVariables; // those that stand inside of JSON: with quotation marks and backslashes escaped
};

// As one word that means itself, whatever it holds; as it is where that is plain.
QString shellQuoted(const QString &text);

// Control characters, those of the upper half too.
bool isControl(QChar character);

// "UserPoolId" -> "user-pool-id", as the AWS CLI names operations and members.
QString kebabCase(const QString &name);

// The variables of one command.
class ShellVariables final
{
public:
    ShellVariables();

    // A copy in which what is redacted is marked for quoted(). A value's variable is named after the member it stands in.
    json::Value marked(const json::Value &value, const QString &memberName = {});
    // As shellQuoted(), where marks become "${COGNITO_PASSWORD:?}".
    QString quoted(const QString &text) const;
    // The same of a value as JSON. The shell puts the variable's value in as it is.
    QString quotedJson(const json::Value &value);

    QStringList names() const;                            // of those that stand as they are; in order, each once
    QStringList jsonNames() const { return m_jsonNames; } // of those inside of JSON

private:
    QRegularExpression mark() const;
    QString nameFor(const QString &memberName);

    QString m_mark;      // occurs in no request
    QStringList m_names; // all
    QStringList m_jsonNames;
};

} // namespace poolscope::activity
