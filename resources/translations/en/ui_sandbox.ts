<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>poolscope::ui::UsersCard</name>
    <message numerus="yes">
        <source>%n or more users of %1</source>
        <translation>
            <numerusform>%n or more users of %1</numerusform>
            <numerusform>%n or more users of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users of %1</source>
        <translation>
            <numerusform>%n user of %1</numerusform>
            <numerusform>%n users of %1</numerusform>
        </translation>
    </message>
</context>
</TS>
