<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>FlagWords</name>
    <message numerus="yes">
        <source>%n changes at %1: %2</source>
        <extracomment>%1: iterations</extracomment>
        <translation>
            <numerusform>%n change at %1: %2</numerusform>
            <numerusform>%n changes at %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypedValue</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gan</name>
    <message numerus="yes">
        <source>%1 iterations in %2 s (%3/s)</source>
        <translation>
            <numerusform>%1 iteration in %2 s (%3/s)</numerusform>
            <numerusform>%1 iterations in %2 s (%3/s)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Line %1, column %2 of %3: the line has %4 values; each line must have %5 (2 to the power of axes).</source>
        <translation>
            <numerusform>Line %1, column %2 of %3: the line has %4 value; each line must have %5 (2 to the power of axes).</numerusform>
            <numerusform>Line %1, column %2 of %3: the line has %4 values; each line must have %5 (2 to the power of axes).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %1 pictures; 1 to %2 can be read.</source>
        <translation>
            <numerusform>It has %1 picture; 1 to %2 can be read.</numerusform>
            <numerusform>It has %1 pictures; 1 to %2 can be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its pictures have a side of %1 pixels; 1 to %2 can be read.</source>
        <translation>
            <numerusform>Its pictures have a side of %1 pixel; 1 to %2 can be read.</numerusform>
            <numerusform>Its pictures have a side of %1 pixels; 1 to %2 can be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>vectors is %1 and axes is %2: that makes %3 numbers; at most %4 are allowed.</source>
        <translation>
            <numerusform>vectors is %1 and axes is %2: that makes %3 number; at most %4 are allowed.</numerusform>
            <numerusform>vectors is %1 and axes is %2: that makes %3 numbers; at most %4 are allowed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %1 pictures; there is none with number %2.</source>
        <translation>
            <numerusform>There is %1 picture; there is none with number %2.</numerusform>
            <numerusform>There are %1 pictures; there is none with number %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %2 pictures (PNG, JPEG, WebP or BMP); at least 2 are needed, one to learn from and one that is held out.</source>
        <translation>
            <numerusform>%1 has %2 picture (PNG, JPEG, WebP or BMP); at least 2 are needed, one to learn from and one that is held out.</numerusform>
            <numerusform>%1 has %2 pictures (PNG, JPEG, WebP or BMP); at least 2 are needed, one to learn from and one that is held out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %1 pictures, more than the %2 that can be held at %3 x %3 pixels: choose a part of them or a smaller size.</source>
        <translation>
            <numerusform>There is %1 picture, more than the %2 that can be held at %3 x %3 pixels: choose a part of them or a smaller size.</numerusform>
            <numerusform>There are %1 pictures, more than the %2 that can be held at %3 x %3 pixels: choose a part of them or a smaller size.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is not enough memory for %1 pictures of %2 x %2 pixels.</source>
        <translation>
            <numerusform>There is not enough memory for %1 picture of %2 x %2 pixels.</numerusform>
            <numerusform>There is not enough memory for %1 pictures of %2 x %2 pixels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The folder %1 holds another run: %2, seed %3, %4 iterations.</source>
        <translation>
            <numerusform>The folder %1 holds another run: %2, seed %3, %4 iteration.</numerusform>
            <numerusform>The folder %1 holds another run: %2, seed %3, %4 iterations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gan::DrawingDialog</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gan::NetworkPlot</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gan::StatusLine</name>
    <message numerus="yes">
        <source>%1 iterations</source>
        <translation>
            <numerusform>%1 iteration</numerusform>
            <numerusform>%1 iterations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gan::UndoHistory</name>
    <message numerus="yes">
        <source>change of %n settings</source>
        <translation>
            <numerusform>change of %n setting</numerusform>
            <numerusform>change of %n settings</numerusform>
        </translation>
    </message>
</context>
</TS>
