#pragma once

#include <QMap>
#include <QRegularExpression>
#include <QStringList>

// The errors that the sandbox's sources can give, read from the sources themselves, so that none can be left out of the
// tables. In all of them %1 and %2 stand for what the text names.
namespace poolscope::sandbox::test {

// "AnException: A text." of the whole headers rules/*refusals.h, by the constants' names.
QMap<QString, QString> refusalTexts();

// Those whose words are marked as not verified, with … for what they name.
QStringList textsMarkedUnverified();

// What stands in calls of notSimulated().
QStringList thingsNotSimulated();

// The sources, from src/sandbox, that have the name of an exception in them.
QStringList filesNamingExceptions();

// tests/data/service-errors.tsv: what is known of the service's own texts.
struct ServiceText
{
    QString pattern; // "AnException: A text."
    QString where;   // "row", or why no row gives it
};
QList<ServiceText> serviceTexts();

QRegularExpression wholeText(const QString &pattern);

} // namespace poolscope::sandbox::test
