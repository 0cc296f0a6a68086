#include "credentials/awsprofiles.h"

#include <QCoreApplication>

namespace poolscope::credentials {

namespace {

struct AwsFilesText final
{
    Q_DECLARE_TR_FUNCTIONS(AwsFiles)
};

QString reasonText(AwsSyntaxError::Reason reason)
{
    using Reason = AwsSyntaxError::Reason;
    switch (reason) {
    case Reason::NotUtf8:
        return AwsFilesText::tr("it is not text in UTF-8");
    case Reason::NoBracket:
        return AwsFilesText::tr("the closing bracket of the section is missing");
    case Reason::NoSection:
        return AwsFilesText::tr("a section such as [default] must stand before it");
    case Reason::NoProperty:
        return AwsFilesText::tr("it is indented, but continues nothing");
    case Reason::NoEqualsSign:
    case Reason::NoNestedEqualsSign:
        return AwsFilesText::tr("the equals sign is missing");
    case Reason::NoName:
    case Reason::NoNestedName:
        return AwsFilesText::tr("there is no name before the equals sign");
    }
    return {};
}

} // namespace

QString describe(const AwsSyntaxError &error)
{
    const QString text = error.file == AwsSyntaxError::File::Config
                             ? AwsFilesText::tr("Line %1 of the AWS config file cannot be read: %2.")
                             : AwsFilesText::tr("Line %1 of the AWS credentials file cannot be read: %2.");
    return text.arg(error.line).arg(reasonText(error.reason));
}

} // namespace poolscope::credentials
