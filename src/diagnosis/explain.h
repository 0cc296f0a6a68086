#pragma once

#include "core/error.h"
#include "diagnosis/facts.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace poolscope::diagnosis {

// An error in words for people, in the language of the program.
struct Explanation
{
    QString id;            // of the entry in resources/diagnoses
    QString what;          // what happened, one sentence
    QString whyHere;       // why in this pool
    QString whatToDo;      // the way on
    QString field;         // the form field it concerns: username, password, code, email..., empty where none
    QString action;        // an action the program may offer as a button, empty where none
    QString source;        // where the knowledge comes from
    bool possible = false; // the cause is only likely: says so in `what`
};

// The most specific entry that fits wins: facts count more than the message (the longer the better), the message more
// than the code, the code more than the operation. There is always an answer. Pure; reentrant; fetches nothing.
Explanation explain(const QString &operation, const Error &error, const Facts &facts);

// Which of a form's attributes an error is about: by its place among those that were sent (in a broken constraint, counted
// from 1), else by its name as a whole word, the longest where several stand there. Empty where none.
QString attributeIn(const Error &error, const QStringList &sent, const QStringList &all);

// The service reports all values that break a constraint in one error ("2 validation errors detected: ...; ..."): each of
// them as an error of its own, in the service's order. Any other error as it is.
QList<Error> separated(const Error &error);

} // namespace poolscope::diagnosis
