<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Type %1 to go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>poolscope::ui::BusyIndicator</name>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>poolscope::ui::Callout</name>
    <message>
        <source>The service refused this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was not what the protocol allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be kept or read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent, and nobody knows whether it was done. Look before you try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>poolscope::ui::CopyableId</name>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>poolscope::ui::NavigationButton</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>poolscope::ui::PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>poolscope::ui::RequirementList</name>
    <message>
        <source>Met: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not met yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>poolscope::ui::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
