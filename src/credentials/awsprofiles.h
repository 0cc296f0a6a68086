#pragma once

#include <QByteArrayView>
#include <QMap>
#include <QString>

#include <tl/expected.hpp>

namespace poolscope::credentials {

// One profile of the AWS configuration files: its properties, their names in lower case. Holds secret keys: never shown
// or logged as a whole. A nested property's value begins with a line break.
using AwsProfile = QMap<QString, QString>;
using AwsProfiles = QMap<QString, AwsProfile>;

// Why the files cannot be read, without a word of what stands in them.
struct AwsSyntaxError
{
    enum class File { Config, Credentials };
    enum class Reason {
        NotUtf8,
        NoBracket,          // a section's head without ]
        NoSection,          // something before the first section
        NoProperty,         // a continuation that continues nothing
        NoEqualsSign,       // in a property
        NoName,             // before the equals sign
        NoNestedEqualsSign, // in a property of a property
        NoNestedName,
    };
    File file = File::Config;
    Reason reason = Reason::NoBracket;
    int line = 0; // counts from 1
};

QString describe(const AwsSyntaxError &error); // one translated sentence

// The two files as the AWS SDKs' shared specification reads them, in which what stands in the credentials file wins.
// Sections and properties whose names are no names are passed over, as are sso-session and other sections. A leading BOM
// and CRLF are allowed; indented lines that begin with # or ; are comments, as for the AWS CLI. Pure.
tl::expected<AwsProfiles, AwsSyntaxError> parseAwsFiles(QByteArrayView config, QByteArrayView credentials);

} // namespace poolscope::credentials
